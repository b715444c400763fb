import { enterTestCluster } from './cluster.mjs';

/** Before the tests that need PostgreSQL: the cluster runs and its template is up to date. After the last of them: it stops. */
export default async function setup() {
  return enterTestCluster({ log: console.log });
}

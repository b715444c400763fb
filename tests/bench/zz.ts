import pg from 'pg';
import { fill } from './fill';
const c = new pg.Client({ host:'127.0.0.1', port:5499, user:'postgres', database:'bench' }); await c.connect();
console.time('fill'); await fill(c, Number(process.argv[2] ?? 1), (l) => console.log(new Date().toISOString(), l)); console.timeEnd('fill'); await c.end();

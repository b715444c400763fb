type Log = { log?: (line: string) => void };
export type TestCluster = { adminUrl: string; webUser: string; webPassword: string; template: string };

export function testCluster(options?: Log): Promise<TestCluster>;
export function enterTestCluster(options?: Log): Promise<() => Promise<void>>;
export function testEnv(urls: { adminUrl: string; appUrl: string }): Record<string, string>;
export function urlOf(adminUrl: string, change: { database?: string; user?: string; password?: string }): string;
export function ask<Row = Record<string, unknown>>(adminUrl: string, sql: string, values?: unknown[]): Promise<Row[]>;

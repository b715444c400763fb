/** Two transactions waited for each other, and PostgreSQL ended this one: nothing of it is kept, and doing it again works. */
export const isDeadlock = (error: unknown): boolean => error instanceof Error && /40P01|P2034|deadlock detected/.test(`${(error as { code?: unknown }).code ?? ''} ${error.message}`);

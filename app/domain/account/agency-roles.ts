/** The roles that an agency gives; the others come from the region, a partner or the platform. */
export const agencyRoles = ['officer', 'counsellor', 'manager', 'admin'] as const;

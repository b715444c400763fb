import { may, permissions, roles, type Permission, type Role } from '../app/access/permissions';

/** docs/permissions.md, whole: who may do what, from the table of the code. */
export function permissionsTable(): string {
  const roleNames = Object.keys(roles) as Role[];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = (Object.keys(permissions) as Permission[]).map((permission) =>
    line([`\`${permission}\``, permissions[permission].says, ...roleNames.map((role) => (may(role, permission) ? 'oui' : '–'))]),
  );
  return `# Who may do what

Written by \`npm run docs\` from \`app/access/permissions.ts\`; do not edit. It says what a role may do; whose rows a person
sees is decided by the database's walls (row-level security): an agency sees its own, a region reads those of its agencies, a partner
sees its own organisation.

${Object.entries(roles).map(([role, says]) => `- \`${role}\`: ${says}`).join('\n')}

${line(['permission', 'ce qu’elle permet', ...roleNames.map((role) => `\`${role}\``)])}
${line(['---', '---', ...roleNames.map(() => ':-:')])}
${rows.join('\n')}
`;
}

import { accessMatrix, type OperationGroup, partsOf } from './access-matrix.ts'
import { type Role, roleNames } from './roles.ts'

export const accessErrors = {
  not_allowed: ({ label, group, roles, holders }: Refused) => {
    const deed = label ?? `“${rowLabel(group)}”`
    const names = roles.length > 0 ? roles.map(role => roleNames[role]).join(' atau ') : 'tidak seorang pun'
    return `${deed} dilakukan ${names}. ${holders.length > 0 ? `Minta tolong ${holders.join(' atau ')}.` : 'Minta Admin memberi peran itu.'}`
  },
}

/** What an operation is called, the group that it belongs to, and who may: by role, and by name those who hold one. */
type Refused = { label: string | null; group: OperationGroup; roles: Role[]; holders: string[] }

function rowLabel(group: OperationGroup): string {
  const parts = partsOf(group)
  return parts === null ? '' : accessMatrix[parts.row].label
}

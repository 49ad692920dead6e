/** What cannot be undone: the password is asked again, although somebody has signed in. */
const always: ReadonlySet<string> = new Set([
  'access.approve',
  'certificate.issue',
  'book.replace',
  'book.revoke',
  'session.restore',
  'backup.restore',
  'rights.anonymise',
  'verification.rotate',
  'verification.backUp',
  'verification.restore',
])

/** Minutes for which a password that was typed again is good: papers of one class are issued in one go. */
export const confirmedFor = 5

/** Whether an operation asks for the password again; an export does where the full numbers of people go with it. */
export function needsConfirmation(operation: string, input: unknown): boolean {
  if (always.has(operation)) return true
  if (operation !== 'trainee.exportList' || typeof input !== 'object' || input === null) return false
  const { columns } = input as { columns?: unknown }
  return Array.isArray(columns) && columns.includes('nik')
}

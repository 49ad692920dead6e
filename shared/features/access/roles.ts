/** Roles at a centre. A person may hold two; the wider right counts. */
export const roleNames = {
  desk: 'Petugas pendaftaran',
  training: 'Pengelola pelatihan',
  instructor: 'Instruktur',
  treasurer: 'Bendahara',
  head: 'Kepala',
  admin: 'Admin',
  inspector: 'Pemeriksa',
} as const

export type Role = keyof typeof roleNames
export const roles = Object.keys(roleNames) as readonly Role[]

/** Why one person may not hold these roles together; null if allowed. */
export function roleConflict(held: readonly Role[]): string | null {
  if (held.includes('inspector') && held.length > 1) return 'Pemeriksa tidak memegang peran lain.'
  if (held.length === roles.length - 1) return null
  if (held.includes('treasurer') && held.includes('training'))
    return 'Bendahara tidak sekaligus Pengelola pelatihan: kehadiran menentukan uang transport.'
  return held.length > 2 ? 'Paling banyak dua peran untuk satu orang.' : null
}

/** For the only person of a centre: all roles but inspector. */
export const allRoles: readonly Role[] = roles.filter(role => role !== 'inspector')

export function formatRoles(held: readonly Role[]): string {
  return held.length > 4 ? 'Semua peran' : held.map(role => roleNames[role]).join(', ')
}

export const duplicatesPath = '/peserta/ganda'

export function comparePath(firstId: number, secondId: number): string {
  return `${duplicatesPath}/${firstId}/${secondId}`
}

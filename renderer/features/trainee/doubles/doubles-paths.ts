export const doublesPath = '/peserta/ganda'

export function comparePath(firstId: number, secondId: number): string {
  return `${doublesPath}/${firstId}/${secondId}`
}

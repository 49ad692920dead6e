/** Address of a paper: '/sertifikat/500.15~0001~BLK~I~2025', by its number. */
export function certificatePath(number: string): string {
  return `/sertifikat/${encodeURIComponent(number.replaceAll('/', '~'))}`
}

/** The number from the last part of such an address. */
export function numberOfAddress(part: string): string {
  return part.replaceAll('~', '/')
}

/** The page of a paper, inside the program: '/sertifikat/500.15~0001~BLK~I~2025'. Its number is how people name it. */
export function certificatePath(number: string): string {
  return `/sertifikat/${encodeURIComponent(number.replaceAll('/', '~'))}`
}

/** The number out of the last part of such an address. */
export function numberOfAddress(part: string): string {
  return part.replaceAll('~', '/')
}

/** '2,9 MB' */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toLocaleString('id-ID', { maximumFractionDigits: 1, minimumFractionDigits: 1 })} MB`
}

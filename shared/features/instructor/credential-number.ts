/** Normalised number of a certificate, registration or licence: trimmed, single spaces, capitals. */
export function normaliseCredentialNumber(text: string): string {
  return text.trim().replace(/\s+/gu, ' ').toUpperCase()
}

const shapes = {
  // KBLI, KBJI, level, serial, year: '61200 3513 3 0084945 2024'
  number: /^\d{5} \d{4} \d \d{6,7} \d{4}$/,
  // Sector, LSP, serial, year, with dots or spaces: 'TIK.1565.07438.2024', 'MET.000.004772 2024'
  registration: /^[A-Z]{2,4}[ .]{1,2}\d{3,4}[ .]{1,2}\d{4,6}[ .]\d{4}$/,
  licence: /^BNSP-LSP-\d{3,4}-ID$/,
}

export type CredentialNumberField = keyof typeof shapes

/** Fields that do not look like the usual form. Only a warning, because older and shorter forms exist. Empty fields are ignored. */
export function unusualCredentialNumbers(
  texts: Partial<Record<CredentialNumberField, string>>,
): CredentialNumberField[] {
  const fields: readonly CredentialNumberField[] = ['number', 'registration', 'licence']
  return fields.filter(field => {
    const text = normaliseCredentialNumber(texts[field] ?? '')
    return text !== '' && !shapes[field].test(text)
  })
}

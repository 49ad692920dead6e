/** Codes of the eight kejuruan, used in class codes. */
export const tradeCodes = ['TR', 'TB', 'PR', 'LP', 'HK', 'LS', 'CT', 'SM'] as const
export type TradeCode = (typeof tradeCodes)[number]

const names: Record<TradeCode, string> = {
  TR: 'Tata Rias',
  TB: 'Tata Boga',
  PR: 'Pangkas Rambut',
  LP: 'Listrik Pendingin (AC dan Kulkas)',
  HK: 'Housekeeping',
  LS: 'Las',
  CT: 'Cat',
  SM: 'Servis Sepeda Motor',
}

export function isTradeCode(text: string): text is TradeCode {
  return tradeCodes.some(code => code === text)
}

export function tradeName(trade: TradeCode): string {
  return names[trade]
}

import { longDate } from '../../kernel/plain-date.ts'
import { isTradeCode, tradeName } from '../program/trades.ts'
import type { CredentialKind, UncoveredReason } from './credential.ts'

const kindNames: Record<CredentialKind, string> = {
  TEKNIS: 'teknis',
  METODOLOGI: 'metodologi',
  ASESOR: 'asesor',
}

/** 'teknis': follows 'sertifikat BNSP'. */
export function credentialKindName(kind: CredentialKind): string {
  return kindNames[kind]
}

/** Why a person may not teach a trade on a day, for the end of a sentence: no capital, no full stop. */
export function formatUncovered(reason: UncoveredReason, trade: string): string {
  const credential = `sertifikat BNSP ${kindNames[reason.kind]}`
  switch (reason.code) {
    case 'none':
      return `belum ada ${credential}`
    case 'other_trade':
      return `${credential} tidak mencakup ${name(trade)}${reason.trades.length > 0 ? `, hanya ${reason.trades.map(name).join(', ')}` : ''}`
    case 'not_yet_valid':
      return `${credential} baru berlaku ${longDate(reason.date)}`
    case 'expired':
      return `${credential} berakhir ${longDate(reason.date)}`
  }
}

function name(trade: string): string {
  return isTradeCode(trade) ? tradeName(trade) : trade
}

import { type FundingSource, isFundingSource } from '../../../../shared/features/activity/funding-source.ts'
import { type ResultFigure, resultFigures } from '../../../../shared/features/alumni/contract.ts'
import { type FollowUpMonth, followUpMonths } from '../../../../shared/features/alumni/follow-up.ts'
import { isTradeCode, type TradeCode } from '../../../../shared/features/program/trades.ts'
import { withSearch } from '../../../app/list/with-search.ts'

/** Search part of the results; without year or source all count. */
export type ResultSearch = { tahun?: number; sumber?: FundingSource; bulan?: FollowUpMonth }
type ResultPeopleSearch = ResultSearch & { kejuruan?: TradeCode; angka?: ResultFigure }

export function readResultSearch(search: Record<string, unknown>): ResultSearch {
  const year = Number(search.tahun)
  const month = followUpMonths.find(one => one === Number(search.bulan))
  return {
    ...(Number.isInteger(year) && year >= 1990 && year <= 2200 ? { tahun: year } : {}),
    ...(isFundingSource(search.sumber) ? { sumber: search.sumber } : {}),
    ...(month === undefined ? {} : { bulan: month }),
  }
}

export function readResultPeopleSearch(search: Record<string, unknown>): ResultPeopleSearch {
  const figure = resultFigures.find(one => one === search.angka)
  const trade = String(search.kejuruan)
  return {
    ...readResultSearch(search),
    ...(isTradeCode(trade) ? { kejuruan: trade } : {}),
    ...(figure === undefined ? {} : { angka: figure }),
  }
}

export function resultPeoplePath(search: ResultPeopleSearch): string {
  return withSearch('/laporan/hasil/orang', search)
}

export const figureLabels: Record<ResultFigure, string> = {
  graduated: 'Lulus',
  due: 'Jatuh tempo',
  asked: 'Dihubungi',
  employed: 'Bekerja',
  selfEmployed: 'Wirausaha',
  studying: 'Sekolah',
  homemaking: 'Rumah tangga',
  notWorking: 'Belum bekerja',
  unreached: 'Tak terhubungi',
}

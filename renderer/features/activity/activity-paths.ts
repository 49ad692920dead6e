import { type FundingSource, isFundingSource } from '../../../shared/features/activity/funding-source.ts'

/** Search part of the pages of activities: budget year and, if chosen, the source. */
export type ActivitySearch = { tahun?: number; sumber?: FundingSource }

export function readActivitySearch(search: Record<string, unknown>): ActivitySearch {
  const year = Number(search.tahun)
  return {
    ...(Number.isInteger(year) && year >= 2000 && year <= 2100 ? { tahun: year } : {}),
    ...(isFundingSource(search.sumber) ? { sumber: search.sumber } : {}),
  }
}

export const activitiesPath = '/kegiatan'
export const boardPath = '/kegiatan/papan'
export const boardPeoplePath = '/kegiatan/orang'

export function activityPath(id: number): string {
  return `${activitiesPath}/${id}`
}

/** An address with search values; undefined and null are left out. */
export function withSearch(path: string, search: Record<string, string | number | null | undefined>): string {
  const known = Object.entries(search).filter(([, value]) => value !== null && value !== undefined)
  const words = known.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
  return words === '' ? path : `${path}?${words}`
}

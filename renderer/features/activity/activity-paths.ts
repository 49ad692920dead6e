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

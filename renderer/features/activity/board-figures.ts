import type { Board } from '../../../shared/features/activity/contract.ts'
import type { HeatGroup, HeatPlace } from '../../ui/board/heat-board-types.ts'

export type BoardVillage = { code: string; name: string; district: string; people: number }

/** The board as the page needs it: figures by place, kelurahan without people, and labels. */
export interface BoardFigures {
  value: (place: HeatPlace) => number
  spoken: (place: HeatPlace) => string
  villages: readonly BoardVillage[]
  empty: readonly BoardVillage[]
  /** People placed, from any place. */
  people: number
  groups: readonly HeatGroup[]
  emptyGroups: readonly HeatGroup[]
}

export function boardFigures(board: Board): BoardFigures {
  const cells = new Map(board.cells.map(cell => [`${cell.activityId} ${cell.village}`, cell.people]))
  const byVillage = new Map<string, number>()
  for (const cell of board.cells) byVillage.set(cell.village, (byVillage.get(cell.village) ?? 0) + cell.people)
  const byActivity = new Map(board.activities.map(activity => [String(activity.id), activity]))
  const people = board.activities.reduce((sum, activity) => sum + activity.people, 0)
  const villages = board.districts.flatMap(district =>
    district.villages.map(village => ({
      ...village,
      district: district.name,
      people: byVillage.get(village.code) ?? 0,
    })),
  )
  const byCode = new Map(villages.map(village => [village.code, village]))

  function value({ row, column }: HeatPlace): number {
    if (row === null) return column === null ? people : (byVillage.get(column) ?? 0)
    if (column === null) return byActivity.get(row)?.people ?? 0
    return cells.get(`${row} ${column}`) ?? 0
  }
  function spoken(place: HeatPlace): string {
    const activity = place.row === null ? 'Semua kegiatan' : (byActivity.get(place.row)?.title ?? '')
    const village = place.column === null ? undefined : byCode.get(place.column)
    const where = village ? `Kel. ${village.name}, Kec. ${village.district}` : 'semua kelurahan'
    return `${activity}, ${where}: ${value(place)} orang`
  }
  const groupsOf = (fits: (village: BoardVillage) => boolean): HeatGroup[] =>
    board.districts.flatMap(district => {
      const columns = district.villages.flatMap(({ code, name }) => {
        const village = byCode.get(code)
        return village && fits(village) ? [{ key: code, label: name }] : []
      })
      return columns.length === 0 ? [] : [{ key: district.code, label: district.name, columns }]
    })
  return {
    value,
    spoken,
    villages,
    empty: villages.filter(village => village.people === 0),
    people,
    groups: groupsOf(() => true),
    emptyGroups: groupsOf(village => village.people === 0),
  }
}

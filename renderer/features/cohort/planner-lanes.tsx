import { IconAlertTriangle } from '@tabler/icons-react'
import type { InstructorLane, RoomLane } from '../../../shared/features/cohort/contract.ts'
import type { Lane } from '../../ui/rail-lanes.tsx'
import { laneBars } from './lane-bars.ts'

/** Who may teach the planned days: refused people stay, with the reason on the days it concerns. */
export function instructorLanes(count: number, people: readonly InstructorLane[]): Lane[] {
  return people.map(({ id, name, detail, problems, notice }) => {
    const bars = laneBars(count, problems, { free: `Boleh mengajar ${count} hari`, partly: 'Bisa' })
    return {
      key: String(id),
      title: name,
      detail,
      refused: problems.length > 0,
      bars: notice === null ? bars : bars.map(bar => ({ ...bar, end: <Notice words={notice} /> })),
    }
  })
}

/** Which rooms are free on the planned days and hours. */
export function roomLanes(count: number, rooms: readonly RoomLane[]): Lane[] {
  return rooms.map(({ id, name, detail, problems }) => ({
    key: String(id),
    title: name,
    detail,
    refused: problems.length > 0,
    bars: laneBars(count, problems, { free: `Kosong ${count} hari`, partly: 'Kosong' }),
  }))
}

function Notice({ words }: { words: string }) {
  return (
    <>
      <IconAlertTriangle size={15} aria-hidden />
      {words}
    </>
  )
}

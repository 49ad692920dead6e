import { IconAlertTriangle, IconWritingSign } from '@tabler/icons-react'
import type { InstructorLane, RoomLane } from '../../../../shared/features/cohort/contract.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import type { Lane } from '../../../ui/rail/rail-lanes.tsx'
import { laneBars, laneRuns } from './lane-bars.ts'

interface Allowing {
  /** The chosen lane, and the permission if there is one. */
  chosen: number | null
  official: string | undefined
  onAllow: (lane: InstructorLane) => void
  /** The second instructor with the days. */
  second: { instructorId: number; days: readonly number[] } | undefined
}

/** Lanes of the instructors. Those who may not teach stay, with the reason on the days concerned. */
export function instructorLanes(count: number, people: readonly InstructorLane[], allowing: Allowing): Lane[] {
  return people.map(lane => {
    const { id, name, detail, problems, notice } = lane
    const allowable = isAllowable(lane)
    const allowed = allowable && allowing.chosen === id ? allowing.official : undefined
    const bars =
      allowed === undefined
        ? laneBars(count, problems, { free: `Boleh mengajar ${count} hari`, partly: 'Bisa' })
        : allowedBars(count, lane, allowed)
    return {
      key: String(id),
      title: name,
      detail,
      refused: problems.length > 0 && allowed === undefined && !isPaired(lane, allowing),
      bars: notice === null ? bars : bars.map(bar => ({ ...bar, end: <Notice words={notice} /> })),
      ...(allowable
        ? {
            action: (
              <LinkAction
                size="small"
                label={`${allowed === undefined ? 'Izinkan dengan alasan…' : 'Ubah izin…'} ${name}`}
                onAction={() => allowing.onAllow(lane)}
              >
                {allowed === undefined ? 'Izinkan…' : 'Ubah izin…'}
              </LinkAction>
            ),
          }
        : {}),
    }
  })
}

/** True for one of two people who share the days. */
function isPaired({ id }: InstructorLane, { chosen, second }: Allowing): boolean {
  return second !== undefined && (id === chosen || id === second.instructorId)
}

/** Only a missing credential can be permitted; a double booking cannot. */
function isAllowable({ problems }: InstructorLane): boolean {
  return problems.length > 0 && problems.every(problem => problem.kind === 'credential')
}

function allowedBars(count: number, { problems }: InstructorLane, official: string): Lane['bars'] {
  return laneRuns(count, problems).map(({ from, to, reason }) =>
    reason === null
      ? { key: String(from), from, to, tone: 'ok', text: 'Sertifikat berlaku' }
      : { key: String(from), from, to, tone: 'warn', icon: IconWritingSign, text: `Diizinkan ${official}` },
  )
}

/** Lanes of the rooms over the planned days and hours. */
export function roomLanes(count: number, rooms: readonly RoomLane[]): Lane[] {
  return rooms.map(({ id, name, detail, problems, notice }) => ({
    key: String(id),
    title: name,
    detail,
    refused: problems.length > 0,
    bars: laneBars(count, problems, { free: `Kosong ${count} hari`, partly: 'Kosong' }).map(bar =>
      notice === null ? bar : { ...bar, end: <Notice words={notice} /> },
    ),
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

import { Box, Flex } from '@mantine/core'
import { IconReplace, IconWand } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { Timetable } from '../../../shared/features/timetable/contract.ts'
import { api, QueryBoundary, useRead, useToday } from '../../app/client.ts'
import type { UndoStack } from '../../app/use-undo.ts'
import { type Action, useActions } from '../../ui/action/action.ts'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { listKeys } from '../../ui/action/widget-keys.ts'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import { ClockDialog } from './clock/clock-dialog.tsx'
import { HourTotals } from './hour-totals.tsx'
import { SubstituteDialog } from './substitute/substitute-dialog.tsx'
import { SubstitutionHistory } from './substitute/substitution-history.tsx'
import { TimetablePanel } from './timetable-panel.tsx'
import { useBlockMoves } from './use-block-moves.ts'
import { useTimetableWrites } from './use-timetable-writes.ts'

interface CohortTimetableProps {
  cohort: Cohort
  undo: UndoStack
  /** Why the instructors of a day were not stored. */
  error: string | null
  onTeachers: (n: number) => void
  /** The dialog of the hours was opened from the head of the page. */
  settingClock: boolean
  onClockSet: () => void
}

interface TimetableViewProps extends CohortTimetableProps {
  timetable: Timetable
  readAt: number
}

function TimetableView(props: TimetableViewProps) {
  const { cohort, timetable, readAt, undo, error, onTeachers, settingClock, onClockSet } = props
  const today = useToday()
  const hintId = useId()
  const [substituting, setSubstituting] = useState(false)
  const [cutting, setCutting] = useState(false)
  const [marked, setMarked] = useState<number | null>(null)
  const { units, teachers, substitutions } = timetable
  const writes = useTimetableWrites(cohort.code, timetable, readAt, undo, onClockSet)
  const moves = useBlockMoves(writes.days, units, today, writes.arrange)
  const { carried, chosen, cursor } = moves
  const over = cohort.days.every(day => day.held) ? 'Semua hari sudah dijalani.' : undefined

  const held = chosen?.held ? domainErrorMessage({ code: 'day_held', n: chosen.n }) : undefined
  const teachersOfDay: Action = {
    label: 'Pengajar',
    needs: 'cohort.change',
    hint: 'pengajar hari itu',
    keys: 'F4',
    run: () => onTeachers(cursor.n),
    refused: held,
  }
  const cut: Action = {
    label: 'Belah',
    needs: 'cohort.change',
    hint: 'belah blok',
    keys: 'B',
    run: () => setCutting(chosen !== null),
    refused: held ?? (chosen !== null && chosen.block.hours < 2 ? 'Blok 1 JP tidak dapat dibelah.' : undefined),
  }
  const gather: Action = {
    label: 'Gabung',
    needs: 'cohort.change',
    hint: 'gabung blok',
    keys: 'G',
    run: moves.gather,
    refused: held,
  }
  useActions([teachersOfDay, cut, gather])

  return (
    <>
      <Columns stacks widths="1fr 18.125rem" wide="1fr 25rem">
        <Flex miw={0} direction="column" gap="0.875rem">
          {writes.choice}
          {(writes.error ?? error) && (
            <Box pos="sticky" top={0} style={{ zIndex: 6 }}>
              <ErrorNote error={writes.error ?? error} />
            </Box>
          )}
          <TimetablePanel
            {...{ cohort, moves, units, cutting, hintId, marked, onTeachers }}
            onCutting={setCutting}
            actions={{ teachersOfDay, cut, gather }}
          />
          <div id={hintId}>
            <KeyHints
              hints={
                carried
                  ? [
                      listKeys.rows('satu JP'),
                      listKeys.pages('satu hari'),
                      { keys: 'Spasi', text: 'taruh' },
                      { keys: 'Esc', text: 'lepas' },
                    ]
                  : [
                      listKeys.rows('pilih blok'),
                      { keys: 'Spasi', text: 'angkat' },
                      { ...cut, hint: 'belah' },
                      { ...gather, hint: 'gabung' },
                      { ...teachersOfDay, hint: 'pengajar' },
                      undo.actions[0],
                    ]
              }
            />
          </div>
          <SubstitutionHistory rows={substitutions} />
        </Flex>
        <HourTotals
          days={timetable.days}
          units={units}
          teachers={teachers}
          chosen={chosen?.block.unitId ?? null}
          onMark={setMarked}
          layAgain={{
            label: 'Susun ulang dari kurikulum',
            needs: 'cohort.change',
            icon: IconWand,
            refused: over,
            run: writes.layAgain,
          }}
          substitute={{
            label: 'Ganti pengajar…',
            needs: 'cohort.change',
            icon: IconReplace,
            refused: over,
            run: () => setSubstituting(true),
          }}
        />
      </Columns>
      {substituting && (
        <SubstituteDialog cohort={cohort} days={timetable.days} day={cursor.n} onClose={() => setSubstituting(false)} />
      )}
      {settingClock && (
        <ClockDialog
          cohort={cohort}
          timetable={timetable}
          error={writes.clockError}
          choice={writes.clockChoice}
          onSave={writes.setClock}
          onClose={onClockSet}
        />
      )}
    </>
  )
}

/** Timetable: the units of a class in the hours of its days. */
export function CohortTimetable(props: CohortTimetableProps) {
  const timetable = useRead(api.timetable.get, { code: props.cohort.code })
  return (
    <QueryBoundary query={timetable} rows={10}>
      {read => <TimetableView {...props} timetable={read} readAt={timetable.dataUpdatedAt} />}
    </QueryBoundary>
  )
}

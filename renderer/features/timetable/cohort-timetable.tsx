import { useQuery } from '@tanstack/react-query'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { api } from '../../app/client.ts'
import { QueryBoundary } from '../../app/query-boundary.tsx'
import type { UndoStack } from '../../app/use-undo.ts'
import { TimetableView } from './timetable-view.tsx'

export interface CohortTimetableProps {
  cohort: Cohort
  undo: UndoStack
  /** Why the teachers of a day were not stored. */
  error: string | null
  onTeachers: (n: number) => void
}

/** Jam pelajaran: the units of a class on the hours of its days. */
export function CohortTimetable(props: CohortTimetableProps) {
  const timetable = useQuery(api.timetable.get.queryOptions({ input: { code: props.cohort.code } }))
  return (
    <QueryBoundary query={timetable} rows={10}>
      {read => <TimetableView {...props} timetable={read} readAt={timetable.dataUpdatedAt} />}
    </QueryBoundary>
  )
}

import { useQuery } from '@tanstack/react-query'
import { api } from '../../app/client.ts'
import { QueryBoundary } from '../../app/query-boundary.tsx'
import { type CohortTimetableProps, TimetableView } from './timetable-view.tsx'

/** Jam pelajaran: the units of a class on the hours of its days. */
export function CohortTimetable(props: CohortTimetableProps) {
  const timetable = useQuery(api.timetable.get.queryOptions({ input: { code: props.cohort.code } }))
  return (
    <QueryBoundary query={timetable} rows={10}>
      {read => <TimetableView {...props} timetable={read} readAt={timetable.dataUpdatedAt} />}
    </QueryBoundary>
  )
}

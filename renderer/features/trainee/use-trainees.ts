import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { TraineeRow } from '../../../shared/features/trainee/contract.ts'
import { api } from '../../app/client.ts'

const atOnce = 1000

/** Every trainee that fits the search, in one list: the first thousand at once, the others as they come. */
export function useTrainees(search: string) {
  const query = useInfiniteQuery({
    ...api.trainee.list.infiniteOptions({
      input: (offset: number) => ({ search, limit: atOnce, offset }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => (last.rows.length < atOnce ? undefined : pages.length * atOnce),
    }),
    placeholderData: keepPreviousData,
  })
  const { hasNextPage, isFetching, isError, fetchNextPage, data, error, refetch } = query
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  const rows: TraineeRow[] | undefined = data?.pages.flatMap(page => page.rows)
  return { data: rows && { rows, total: data?.pages[0]?.total ?? 0 }, error, refetch }
}

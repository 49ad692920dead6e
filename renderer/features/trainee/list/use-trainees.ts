import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { TraineeRow } from '../../../../shared/features/trainee/contract.ts'
import type { TraineeFilter, TraineeOrder } from '../../../../shared/features/trainee/trainee-filter.ts'
import { api } from '../../../app/client.ts'

export interface ListQuestion {
  search: string
  filter: TraineeFilter
  order: TraineeOrder
}

const atOnce = 100

/** All matching people as a sparse list: only what is on screen is read. */
export function useTrainees(question: ListQuestion) {
  const [shown, setShown] = useState({ first: 0, last: 0 })
  const page = (number: number) =>
    api.trainee.list.queryOptions({ input: { ...question, limit: atOnce, offset: number * atOnce } })
  // Keeps the previous rows while the next ones are read.
  const top = useQuery({ ...page(0), placeholderData: keepPreviousData })
  const from = Math.max(1, Math.floor(shown.first / atOnce))
  const numbers = Array.from(
    { length: Math.max(0, Math.floor(shown.last / atOnce) - from + 1) },
    (_, index) => from + index,
  )
  const others = useQueries({ queries: numbers.map(page) })

  const total = top.data?.total ?? 0
  const rows = new Array<TraineeRow>(total)
  const put = (number: number, some: readonly TraineeRow[]) => {
    for (const [index, row] of some.entries()) if (number * atOnce + index < total) rows[number * atOnce + index] = row
  }
  put(0, top.data?.rows ?? [])
  for (const [index, other] of others.entries()) put(numbers[index] ?? 0, other.data?.rows ?? [])

  const onShown = useCallback(
    (first: number, last: number) =>
      setShown(now => (now.first === first && now.last === last ? now : { first, last })),
    [],
  )
  const broken = [top, ...others].find(query => query.error)
  return {
    data: top.data && { rows, total },
    error: broken?.error ?? null,
    refetch: () => (broken ?? top).refetch(),
    onShown,
  }
}

import { useMediaQuery } from '@mantine/hooks'
import { useGuide } from './guide-store.ts'

/** Whether a page has the room of a small window: in one, or beside the guide. */
export function useNarrowPage(): boolean {
  const { opened } = useGuide()
  const small = useMediaQuery('(width < 1100px)') ?? false
  const beside = useMediaQuery('(width >= 1300px) and (width < 1600px)') ?? false
  return small || (opened && beside)
}

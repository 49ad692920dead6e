import { Flex } from '@mantine/core'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { onToast, toastState } from '../feedback/toast.ts'
import type { Action } from './action.ts'
import { MoreActions } from './more-actions.tsx'

interface Head {
  acts: Map<string, Action>
  folded: ReadonlySet<string>
}

const HeadContext = createContext<Head | null>(null)
const none: ReadonlySet<string> = new Set()
/** Room that a message needs in the head, in pixels. */
const roomForMessage = 260

/** For every button: its id, and whether it is in "Lainnya" of the page head now. */
export function useHeadAct(action: Action): { id: string; folded: boolean } {
  const head = useContext(HeadContext)
  const id = useId()
  useEffect(() => {
    if (action.tone !== 'primary') head?.acts.set(id, action)
  })
  useEffect(() => () => void head?.acts.delete(id), [head, id])
  return { id, folded: head?.folded.has(id) ?? false }
}

interface HeadActsProps {
  /** Further acts, always in "Lainnya". */
  more: readonly Action[]
  /** At most three acts, the primary one last. */
  children: ReactNode
}

/** The acts of a page head. Where a message would have too little room beside them, all but the primary one go into "Lainnya" meanwhile. */
export function HeadActs({ more, children }: HeadActsProps) {
  const place = useRef<HTMLDivElement>(null)
  const used = useRef('')
  const [acts] = useState(() => new Map<string, Action>())
  const [folded, setFolded] = useState(none)
  const { toast } = useSyncExternalStore(onToast, toastState)
  useLayoutEffect(() => {
    const row = place.current?.parentElement
    if (toast && row?.querySelector('[data-toast]') && (room(row) < roomForMessage || isCut(row)))
      // The act that was used stays: it has the focus, or a form gives the focus back to it.
      setFolded(now => (now.size > 0 ? now : new Set([...acts.keys()].filter(id => id !== used.current))))
  }, [toast, acts])
  useEffect(() => {
    if (toast || folded.size === 0) return
    // A form that was opened from "Lainnya" gives the focus back to it.
    const unfold = () => {
      const isOpen = document.querySelector('[aria-modal=true], [data-acts] [role=menu]') !== null
      if (!isOpen && !place.current?.querySelector('[data-more]')?.contains(document.activeElement)) setFolded(none)
    }
    unfold()
    window.addEventListener('focusin', unfold)
    return () => window.removeEventListener('focusin', unfold)
  }, [toast, folded])
  const head = useMemo(() => ({ acts, folded }), [acts, folded])
  return (
    <Flex
      ref={place}
      align="center"
      justify="flex-end"
      wrap="wrap"
      gap="0.5rem 0.75rem"
      ms="auto"
      data-acts
      onFocus={event => {
        used.current = event.target.id
      }}
    >
      <MoreActions actions={[...more, ...[...acts].filter(([id]) => folded.has(id)).map(([, action]) => action)]} />
      <HeadContext value={head}>{children}</HeadContext>
    </Flex>
  )
}

/** Whether the message has more than its two lines. */
function isCut(row: Element): boolean {
  const message = row.querySelector('[data-toast] > [title]')
  return message !== null && message.scrollHeight > message.clientHeight + 1
}

/** Pixels between the title and the acts. */
function room(row: Element): number {
  const widthOf = (selector: string) => row.querySelector(selector)?.scrollWidth ?? 0
  const gaps = 24
  return row.clientWidth - widthOf('h1') - widthOf('[data-acts]') - gaps
}

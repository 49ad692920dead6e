import { Box, Flex } from '@mantine/core'
import { createSpotlight } from '@mantine/spotlight'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { sampleAccount } from '../../../shared/features/session/sample-account.ts'
import { type Action, backAction, useActions } from '../../ui/action/action.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { programKeys } from '../../ui/action/program-keys.ts'
import { ErrorHelpContext, ErrorNote } from '../../ui/feedback/note.tsx'
import { undoLastAct } from '../../ui/feedback/toast.ts'
import { codeOfMessage } from '../error-message.ts'
import type { GuideBook } from '../guide/guide-book.ts'
import { GuidePane } from '../guide/guide-pane.tsx'
import { closeGuide, openGuide, searchGuide, toggleGuide, useGuide } from '../guide/guide-store.ts'
import { useGuideBook } from '../guide/use-guide-book.ts'
import { usePracticeArrival } from '../guide/use-practice-task.ts'
import { Finder, type UseFind } from './finder.tsx'
import styles from './frame.module.css'
import type { FrameData } from './frame-data.ts'
import { placeGroups, settings } from './places.ts'
import { Sidebar } from './sidebar.tsx'
import { useFirstTarget } from './use-first-target.ts'

interface FrameProps {
  data?: FrameData
  /** Searches for Ctrl K. */
  useFind: UseFind
  children: ReactNode
}

const [findStore, find] = createSpotlight()

/** Sidebar, search field and global keys around the page. */
export function Frame({ data = {}, useFind, children }: FrameProps) {
  const router = useRouter()
  const path = useRouterState({ select: state => state.location.pathname })
  const { opened } = useGuide()
  const fromFigure = useRouterState({ select: state => state.location.state.isFromFigure === true })
  usePracticeArrival()
  const page = useRef<HTMLDivElement>(null)
  useFirstTarget(page, path)
  useTermHover(useGuideBook())
  const reset: Action | undefined = data.onResetPractice && {
    label: 'Ulangi dari awal',
    keys: 'Alt 0',
    run: data.onResetPractice,
  }
  const help: Action[] = [
    { label: 'Panduan layar ini', keys: programKeys.guide, run: toggleGuide },
    { label: 'Cari di panduan', keys: programKeys.searchGuide, run: searchGuide },
  ]
  useActions(
    [
      { label: 'Cari', keys: programKeys.find, run: find.open },
      { label: 'Urungkan', hint: 'urungkan yang terakhir', keys: programKeys.undo, run: undoLastAct },
      ...[...placeGroups.flatMap(group => group.places), settings].map(({ label, keys, needs, path }) => ({
        label,
        hint: label,
        keys,
        needs,
        run: () => router.history.push(path),
      })),
      ...help,
      reset,
      opened
        ? { label: 'Tutup panduan', keys: 'Esc', run: closeGuide }
        : fromFigure && backAction(() => router.history.back(), 'Kembali ke daftar'),
    ],
    'program',
  )
  // Help must also work in dialogs.
  useActions(help, 'dialog')
  return (
    <div className={styles.frame} data-practice={data.practice || undefined} data-guide={opened || undefined}>
      <Sidebar path={path} data={data} onFind={find.open} onHelp={() => openGuide()} />
      <Flex component="main" miw={0} direction="column" bg="var(--paper)">
        {data.practice && (
          <p className={styles.practice}>
            <strong>LATIHAN</strong>
            <span>
              Balai contoh: isinya rekaan, tidak ada yang masuk ke data balai yang sebenarnya. Sandinya{' '}
              <b>{sampleAccount.password}</b>.
            </span>
            {data.onLeavePractice && (
              <Flex component="span" align="center" ms="auto" gap="1rem">
                {reset && <LinkAction size="small" action={reset} />}
                <LinkAction size="small" onAction={data.onLeavePractice}>
                  Keluar dari latihan
                </LinkAction>
              </Flex>
            )}
          </p>
        )}
        {data.practiceError && <ErrorNote error={data.practiceError} />}
        {data.notice}
        <Box className={styles.place ?? ''} mih={0} flex="1 1 auto" ref={page} data-page-place>
          <ErrorHelpContext value={ErrorHelp}>{children}</ErrorHelpContext>
        </Box>
      </Flex>
      <Finder store={findStore} useFind={useFind} />
      {opened && <GuidePane path={path} />}
    </div>
  )
}

/** Link from an error to the page of the guide that explains it, if there is one. */
function ErrorHelp({ message }: { message: string }) {
  const book = useGuideBook()
  const code = codeOfMessage(message)
  const page = code === undefined ? undefined : book?.pages.find(one => one.errors.includes(code))
  if (!page) return null
  return (
    <LinkAction size="small" onAction={() => openGuide({ kind: 'page', id: page.id })}>
      Jalan keluar: {page.title}
    </LinkAction>
  )
}

const named = 'h1, h2, h3, th, dt, label, legend, [role="columnheader"]'
const nameOf = (text: string) => text.trim().toLowerCase()

/** Shows the meaning of a term of the glossary when the mouse rests on it. By keys, F1 shows the same line. */
function useTermHover(book: GuideBook | null): void {
  useEffect(() => {
    if (!book) return
    const meanings = new Map(
      book.terms.flatMap(({ label, meaning }) =>
        label.split(/[,(]/).map(one => [nameOf(one.replace(')', '')), meaning] as const),
      ),
    )
    function explain({ target }: PointerEvent) {
      const place = target instanceof Element ? target.closest<HTMLElement>(named) : null
      // A title that repeats the text is only for text that is cut.
      if (!place || !['', place.textContent].includes(place.title)) return
      // Leaves out "(boleh kosong)" after a label.
      const meaning = meanings.get(nameOf(place.textContent.split('(')[0] ?? ''))
      if (meaning) place.title = meaning
    }
    document.addEventListener('pointerover', explain)
    return () => document.removeEventListener('pointerover', explain)
  }, [book])
}

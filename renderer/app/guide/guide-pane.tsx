import { Box, CloseButton, TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { KeyCap } from '../../ui/action/key-cap.tsx'
import { programKeys } from '../../ui/action/program-keys.ts'
import { LoadingBars } from '../../ui/feedback/loading-bars.tsx'
import { typing } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { type GuideBook, type GuideTerm, guideChapters } from './guide-book.ts'
import { GuideKeys } from './guide-keys.tsx'
import { GuidePageView } from './guide-page-view.tsx'
import styles from './guide-pane.module.css'
import { pagesOfScreen, searchBook, termsIn } from './guide-search.ts'
import { closeGuide, type GuideView, turnGuide, useGuide } from './guide-store.ts'
import { GuideWays } from './guide-ways.tsx'
import { useGuideBook } from './use-guide-book.ts'

/** F1: the guide beside the work. It stays open from page to page and never blocks the page. */
export function GuidePane({ path }: { path: string }) {
  const { view, openings, searching } = useGuide()
  const book = useGuideBook()
  const [query, setQuery] = useState('')
  const pane = useRef<HTMLElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const back = useRef<Element | null>(null)
  const body = useRef<HTMLElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs each time that the guide is asked for
  useEffect(() => {
    if (!pane.current?.contains(document.activeElement)) back.current = document.activeElement
    if (searching) search.current?.focus()
    else if (book) body.current?.focus()
  }, [openings, searching, book !== null])
  useEffect(() => () => returnTo(back.current, pane.current), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls to the top of each new page
  useEffect(() => {
    setQuery('')
    body.current?.scrollTo({ top: 0 })
  }, [view])

  function press(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    if (query !== '') setQuery('')
    else closeGuide()
  }
  /** Enter in the search opens the best hit; a message number opens its page. */
  function openBest() {
    const [best] = book ? searchBook(book, query).pages : []
    if (best) turn({ kind: 'page', id: best.id })
  }
  function turn(next: GuideView) {
    turnGuide(next)
    body.current?.focus()
  }

  return (
    <aside ref={pane} className={styles.pane} aria-label="Panduan" onKeyDown={press}>
      <div className={styles.head}>
        <h2 className={layout.heading}>Panduan</h2>
        <span className={layout.detail}>tetap terbuka sambil bekerja</span>
        <KeyCap>{programKeys.guide}</KeyCap>
        <CloseButton size="sm" aria-label="Tutup panduan" onClick={closeGuide} />
      </div>
      <TextInput
        ref={search}
        m="0.75rem 1.25rem 0"
        aria-label="Cari di panduan"
        placeholder="Cari, misalnya “ubah tanggal libur”"
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={<KeyCap>{programKeys.searchGuide}</KeyCap>}
        rightSectionWidth="4.25rem"
        {...typing(query, setQuery)}
        onKeyDown={event => event.key === 'Enter' && openBest()}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keys */}
      <section ref={body} className={styles.body} tabIndex={0} aria-label="Isi panduan">
        {book ? (
          query.trim() === '' ? (
            <View book={book} view={view} path={path} />
          ) : (
            <Found book={book} query={query} onTake={setQuery} />
          )
        ) : (
          <LoadingBars rows={5} />
        )}
      </section>
      <div className={styles.foot}>
        <Foot onPress={() => turn({ kind: 'all' })}>
          {book ? `Semua ${book.pages.length} halaman` : 'Semua halaman'}
        </Foot>
        <Foot onPress={() => turn({ kind: 'keys' })}>Tombol di layar ini</Foot>
        <Box ms="auto">
          <Foot onPress={printGuide}>Cetak</Foot>
        </Box>
      </div>
    </aside>
  )
}

function Foot({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <UnstyledButton className={styles.footWay} onClick={onPress}>
      {children}
    </UnstyledButton>
  )
}

/** Returns the focus to the page, unless it is there already. */
function returnTo(before: Element | null, pane: HTMLElement | null) {
  const lost = document.activeElement === document.body || pane?.contains(document.activeElement)
  if (lost && before instanceof HTMLElement && before.isConnected) before.focus()
}

function View({ book, view, path }: { book: GuideBook; view: GuideView; path: string }) {
  const page = view.kind === 'page' ? book.pages.find(one => one.id === view.id) : undefined
  if (page)
    return (
      <>
        <Box component="p" mb="-0.625rem" c="var(--ink-2)" fz="0.75rem" lh="1rem">
          <button type="button" className={styles.way} onClick={() => turnGuide({ kind: 'screen' })}>
            Layar ini
          </button>{' '}
          › {guideChapters.find(chapter => chapter.kind === page.kind)?.one}
        </Box>
        <h2 className={styles.title}>{page.title}</h2>
        <GuidePageView book={book} page={page} />
      </>
    )
  if (view.kind === 'all') return <AllPages book={book} />
  if (view.kind === 'terms') return <GuideTerms title="Kata-kata di Balai" terms={book.terms} />
  if (view.kind === 'keys') return <GuideKeys everywhere />
  return <ThisScreen book={book} path={path} />
}

function ThisScreen({ book, path }: { book: GuideBook; path: string }) {
  const pages = pagesOfScreen(book, path)
  return (
    <>
      <h2 className={styles.title}>Layar ini</h2>
      <GuideWays title="Yang dikerjakan di sini" pages={pages.filter(page => page.kind === 'task')} />
      <GuideKeys />
      <GuideWays title="Bila ada pesan" pages={pages.filter(page => page.kind === 'trouble')} />
      <GuideWays title="Pengertian" pages={pages.filter(page => page.kind === 'idea' || page.kind === 'manual')} />
      <ScreenTerms key={path} book={book} />
    </>
  )
}

/** Terms of the glossary that the page beside the pane shows at this moment. */
function ScreenTerms({ book }: { book: GuideBook }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const read = () => setSaid(document.querySelector('main')?.innerText ?? '')
    read()
    const main = document.querySelector('main')
    const watcher = new MutationObserver(read)
    if (main) watcher.observe(main, { childList: true, subtree: true })
    return () => watcher.disconnect()
  }, [])
  return (
    <>
      <GuideTerms title="Kata di layar ini" terms={termsIn(book, said)} />
      <button type="button" className={styles.way} onClick={() => turnGuide({ kind: 'terms' })}>
        Semua kata
      </button>
    </>
  )
}

function AllPages({ book }: { book: GuideBook }) {
  return guideChapters.map(({ kind, title }) => (
    <GuideWays key={kind} title={title} pages={book.pages.filter(page => page.kind === kind)} />
  ))
}

function Found({ book, query, onTake }: { book: GuideBook; query: string; onTake: (text: string) => void }) {
  const { pages, terms, suggestion } = searchBook(book, query)
  if (pages.length + terms.length === 0)
    return (
      <p role="status">
        Tidak ada “{query}”.{' '}
        {suggestion !== null && (
          <>
            Mungkin{' '}
            <button type="button" className={styles.way} onClick={() => onTake(suggestion)}>
              {suggestion}
            </button>
            ?
          </>
        )}
      </p>
    )
  return (
    <>
      <GuideWays title={`${pages.length} halaman`} pages={pages} query={query} />
      <GuideTerms title="Kata" terms={terms} />
    </>
  )
}

/** Prints the guide without the page beside it. */
function printGuide(): void {
  const { documentElement } = document
  documentElement.dataset.print = 'guide'
  window.addEventListener('afterprint', () => delete documentElement.dataset.print, { once: true })
  window.print()
}

/** Terms with their one-line meaning. */
function GuideTerms({ title, terms }: { title: string; terms: readonly GuideTerm[] }) {
  if (terms.length === 0) return null
  return (
    <section>
      <h3 className={layout.strong}>{title}</h3>
      <dl className={styles.terms}>
        {terms.map(term => (
          <div key={term.label}>
            <dt>{term.label}</dt>
            <dd>{term.meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

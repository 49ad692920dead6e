import { Flex } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import type { GuideBlock, GuideBook, GuidePage, GuidePicture, GuideStep } from './guide-book.ts'
import styles from './guide-pane.module.css'
import { GuideSentence } from './guide-sentence.tsx'
import { GuideWays } from './guide-ways.tsx'
import { usePracticeTask } from './use-practice-task.ts'

interface GuidePageViewProps {
  book: GuideBook
  page: GuidePage
}

/** One page of the guide: purpose, picture, steps, what may go wrong, further reading. */
export function GuidePageView({ book, page }: GuidePageViewProps) {
  const related = page.related.flatMap(id => book.pages.find(one => one.id === id) ?? [])
  return (
    <article className={layout.tight} lang="id">
      {page.role !== '' && <p className={layout.detail}>{page.role}</p>}
      {page.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes its order
        <Block key={index} block={block} book={book} />
      ))}
      {page.start !== null && <Try page={page} />}
      {related.length > 0 && <GuideWays title="Terkait" pages={related} />}
    </article>
  )
}

function Block({ block, book }: { block: GuideBlock; book: GuideBook }) {
  if (block.kind === 'heading') return <h3 className={layout.strong}>{block.text}</h3>
  if (block.kind === 'paragraph')
    return (
      <p>
        <GuideSentence text={block.text} />
      </p>
    )
  if (block.kind === 'bullets')
    return (
      <ul className={styles.bullets}>
        {block.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes its order
          <li key={index}>
            <GuideSentence text={item} />
          </li>
        ))}
      </ul>
    )
  return <Steps steps={block.steps} book={book} />
}

/** The first picture stands above the steps; further pictures below their step. */
function Steps({ steps, book }: { steps: readonly GuideStep[]; book: GuideBook }) {
  const first = steps.find(step => step.picture !== null)?.picture ?? null
  return (
    <>
      {first && <Picture picture={first} book={book} />}
      <Flex component="ol" direction="column" gap="0.5rem">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps never change their order
          <li key={index} className={styles.step}>
            <span className={styles.disc} aria-hidden>
              {index + 1}
            </span>
            <div>
              <GuideSentence text={step.text} />
              {step.picture && step.picture !== first && <Picture picture={step.picture} book={book} />}
            </div>
          </li>
        ))}
      </Flex>
    </>
  )
}

function Picture({ picture, book }: { picture: GuidePicture; book: GuideBook }) {
  const source = book.pictures[picture.file]
  if (source === undefined) return null
  return <img className={styles.picture} src={source} alt={picture.alt} />
}

/** Opens the practice centre on the page where the task begins. */
function Try({ page }: { page: GuidePage }) {
  const { openPractice, tryOut } = usePracticeTask()
  return (
    <div>
      <ErrorNote error={openPractice.error} />
      <ActionButton icon={IconFlask} size="xs" pending={openPractice.pending} onAction={() => tryOut(page)}>
        Coba di balai contoh
      </ActionButton>
    </div>
  )
}

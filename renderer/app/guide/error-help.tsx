import { LinkAction } from '../../ui/action/link-action.tsx'
import { codeOfMessage } from '../error-message.ts'
import { openGuide } from './guide-store.ts'
import { useGuideBook } from './use-guide-book.ts'

/** The way from an error to the page of the guide that helps; nothing where none does. */
export function ErrorHelp({ message }: { message: string }) {
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

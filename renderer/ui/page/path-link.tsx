import { useRouter } from '@tanstack/react-router'
import type { ComponentProps, MouseEvent } from 'react'

interface PathLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** A path of the program, '/angkatan/TR-2024-03/jadwal'. */
  path: string
}

/** A link inside the program. It goes through the router, so that a page with unsaved work can stop it. */
export function PathLink({ path, onClick, ...rest }: PathLinkProps) {
  const router = useRouter()
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0) return
    event.preventDefault()
    router.history.push(path)
  }
  return <a {...rest} href={`#${path}`} onClick={follow} />
}

import type { Ref } from 'react'

interface HiddenFileProps {
  ref: Ref<HTMLInputElement>
  label: string
  accept: string
  several?: boolean
  onFiles: (files: readonly File[]) => unknown
}

/** A file field opened by other controls with `ref.current.click()`. */
export function HiddenFile({ ref, label, accept, several = false, onFiles }: HiddenFileProps) {
  return (
    <input
      ref={ref}
      type="file"
      accept={accept}
      multiple={several}
      hidden
      aria-label={label}
      onChange={event => {
        onFiles([...(event.currentTarget.files ?? [])])
        // Lets the same file be chosen again.
        event.currentTarget.value = ''
      }}
    />
  )
}

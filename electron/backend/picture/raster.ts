/** Pixels in memory, four bytes each (red, green, blue, opaque), line after line from the top left. */
export type Raster = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> }

export type Point = { readonly x: number; readonly y: number }

/** More than any scanner or telephone produces. A small file must not make us allocate gigabytes. */
export const mostPixels = 60_000_000

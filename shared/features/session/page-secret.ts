// The page of the browser host proves itself twice: by a cookie, which browsers send to every port of this computer, and by a secret that only
// a page of our own address can read.

/** Header of each call that carries it. */
export const pageSecretHeader = 'x-balai-page'
/** Where the page keeps it: this browser gives it to our address and port alone. */
export const pageSecretPlace = 'balai-halaman'

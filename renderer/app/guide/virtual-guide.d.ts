declare module 'virtual:guide' {
  const book: import('./guide-book.ts').GuideBook
  export default book
}

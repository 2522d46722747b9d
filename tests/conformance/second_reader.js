// Opens an EPUB with DAISY's own parser and says what a reader would see, as JSON.
// Arguments: the folder of @daisy/epub-utils, the book.
const { EPUB } = require(process.argv[2]);

async function read(path) {
  const book = new EPUB(path);
  await book.extract();
  await book.parse();
  const first = (value) => (Array.isArray(value) ? value[0] : value);
  return {
    version: book.version,
    language: book.opfLang,
    title: first(book.metadata["dc:title"]),
    identifier: first(book.metadata["dc:identifier"]),
    pages: book.contentDocs.map((page) => ({ href: page.relpath, title: page.title })),
    navigation: book.navDoc.relpath,
    contents: book.navDoc.tocHrefs,
  };
}

read(process.argv[3]).then(
  (seen) => process.stdout.write(JSON.stringify(seen)),
  (error) => {
    process.stderr.write(String(error));
    process.exitCode = 1;
  },
);

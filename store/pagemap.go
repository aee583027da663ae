package store

import (
	"errors"
	"fmt"
	"io"
)

// errFlaw is inside every error about what the pages of a file say. An error without it comes from the disk.
var errFlaw = errors.New("its pages do not fit together")

func flaw(page uint64, what string) error { return fmt.Errorf("%w: page %d %s", errFlaw, page, what) }

// pageMap says of each page that a database ever used whether something in it refers to the page. Pages behind these
// were never used, except by a transaction that crashed.
//
// It follows the references from the root instead of asking bbolt's list of free pages: one flipped bit in that list
// makes a page that is in use look free.
type pageMap []bool

func (m pageMap) used(page int64) bool { return page < int64(len(m)) && m[page] }

// readPageMap walks through all pages of a bbolt file, and checks them so closely that bbolt can follow every
// reference in them: each page is where it says that it is, its keys are in order and inside the page, nothing refers
// to a page twice, and the list of free pages has those that are left over, and no other. What keys and values mean is
// not looked at. The format is that of bbolt's internal/common, version 2, in the byte order of the machine.
//
// It reads and never maps the file, so that no content can make it fail otherwise than with an error. The error is an
// errFlaw when it is about the content. Nothing may write to the file meanwhile.
func readPageMap(file io.ReaderAt, pages int64, pageSize int) (pageMap, error) {
	return mapPages(file, pages, pageSize, nil)
}

// mapPages is readPageMap, which notes the flaws of the tree and goes on when it is given somewhere to note them.
func mapPages(file io.ReaderAt, pages int64, pageSize int, f *flaws) (pageMap, error) {
	m, err := readMeta(file, pageSize)
	if err != nil {
		return nil, err
	}
	if m.pages > uint64(pages) || m.pages < firstPage {
		return nil, fmt.Errorf("%w: it counts %d pages and has %d", errFlaw, m.pages, pages)
	}
	w := &walk{file: newWindow(file, pagesAtOnce*pageSize), pageSize: pageSize, used: make(pageMap, m.pages), flaws: f}
	for id := range firstPage {
		w.used[id] = true // the meta pages
	}
	if err := w.tree(m.root); err != nil && !f.note(err) {
		return nil, err
	}
	free, err := w.freelist(m.freelist)
	if err != nil {
		return nil, err
	}
	if f != nil && len(f.noted) > 0 {
		return nil, nil
	}
	for id, used := range w.used {
		switch {
		case used && free[id]:
			return nil, flaw(uint64(id), "is in use and free")
		case !used && !free[id]:
			return nil, flaw(uint64(id), "is neither in use nor free")
		}
	}
	return w.used, nil
}

// walk is on its way through the pages.
type walk struct {
	file     io.ReaderAt
	pageSize int
	used     pageMap
	levels   []level // by depth
	flaws    *flaws  // where they are noted; nil when the first one ends the walk
}

// level is what was read of the latest page at a depth. It is used again for the next page there.
type level struct {
	bytes   []byte
	entries []entry
}

// pagesAtOnce is how many pages are read in one go.
const pagesAtOnce = 64

// page reads a page with those that it flows over into, and marks them as used.
func (w *walk) page(id uint64, depth int) ([]byte, header, error) {
	if depth > maxDepth {
		return nil, header{}, flaw(id, "lies too deep")
	}
	if id < firstPage || id >= uint64(len(w.used)) {
		return nil, header{}, flaw(id, "does not exist")
	}
	for len(w.levels) <= depth {
		w.levels = append(w.levels, level{bytes: make([]byte, w.pageSize)})
	}
	l := &w.levels[depth]
	size, at := w.pageSize, int64(id)*int64(w.pageSize)
	if _, err := w.file.ReadAt(l.bytes[:size], at); err != nil {
		return nil, header{}, err
	}
	h := readHeader(l.bytes)
	if h.id != id {
		return nil, header{}, flaw(id, "says that it is another one")
	}
	if uint64(h.overflow) >= uint64(len(w.used))-id {
		return nil, header{}, flaw(id, "flows over the end")
	}
	if uint64(h.overflow) > w.longest() {
		return nil, header{}, flaw(id, "is longer than anything here")
	}
	for i := id; i <= id+uint64(h.overflow); i++ {
		if w.used[i] {
			return nil, header{}, flaw(i, "is used twice")
		}
		w.used[i] = true
	}
	if h.overflow > 0 {
		size *= 1 + int(h.overflow)
		if size > len(l.bytes) {
			l.bytes = make([]byte, size)
		}
		if _, err := w.file.ReadAt(l.bytes[:size], at); err != nil {
			return nil, header{}, err
		}
	}
	return l.bytes[:size], h, nil
}

// maxRun is more than any record or box takes, in bytes. Somebody else's file, which has holes and so costs nothing to send, must
// not make us read gigabytes of zeros into memory.
const maxRun = 64 << 20

// longest is into how many more pages a page may flow: those of maxRun, or of a list of all pages.
func (w *walk) longest() uint64 {
	return uint64(max(maxRun, 8*len(w.used))/w.pageSize) + 1
}

// freelist reads which pages are free, the list itself being at a page.
func (w *walk) freelist(id uint64) (pageMap, error) {
	b, h, err := w.page(id, 0)
	if err != nil {
		return nil, err
	}
	if h.flags != freelistPage {
		return nil, flaw(id, "is no list of free pages")
	}
	ids := b[headerSize:]
	count := uint64(h.count)
	if count == longFreelist {
		count, ids = word(ids, 0), ids[8:]
	}
	if count > uint64(len(ids)/8) {
		return nil, flaw(id, "lists too many free pages")
	}
	free := make(pageMap, len(w.used))
	for i := range int(count) {
		one := word(ids, 8*i)
		if one >= uint64(len(free)) || free[one] {
			return nil, flaw(id, fmt.Sprintf("lists page %d wrongly as free", one))
		}
		free[one] = true
	}
	return free, nil
}

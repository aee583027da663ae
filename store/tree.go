package store

import "bytes"

// tree walks through everything below the root page of the root bucket.
func (w *walk) tree(root uint64) error { return w.node(root, span{}, 0) }

// span is what the keys of a page may be: from low on, and less than high where there is one.
type span struct{ low, high []byte }

func (s span) holds(key []byte) bool {
	return bytes.Compare(key, s.low) >= 0 && (s.high == nil || bytes.Compare(key, s.high) < 0)
}

// node checks a page of a bucket, and walks on to those below it.
func (w *walk) node(id uint64, keys span, depth int) error {
	b, h, err := w.page(id, depth)
	if err != nil {
		return err
	}
	entries, err := readEntries(w.levels[depth].entries[:0], id, b, h, keys)
	if err != nil {
		return err
	}
	w.levels[depth].entries = entries
	for i, e := range entries {
		switch {
		case h.flags == branchPage:
			below := span{e.key, keys.high}
			if i+1 < len(entries) {
				below.high = entries[i+1].key
			}
			err = w.node(e.child, below, depth+1)
		case e.bucket:
			w.flaws.enter(e.key)
			if err = w.bucket(id, e.value, depth); w.flaws.note(err) {
				err = nil
			}
			w.flaws.leave()
		}
		if err != nil && !w.flaws.note(err) {
			return err
		}
	}
	return nil
}

// bucket walks through a bucket that is a value on a page. A small one is all there; of others the root page is named.
func (w *walk) bucket(id uint64, value []byte, depth int) error {
	if len(value) < bucketSize {
		return flaw(id, "has a bucket that is cut short")
	}
	if root := word(value, 0); root != 0 {
		return w.node(root, span{}, depth+1)
	}
	inside := value[bucketSize:]
	if len(inside) < headerSize {
		return flaw(id, "has a bucket that is cut short")
	}
	h := readHeader(inside)
	if h.id != 0 || h.overflow != 0 || h.flags != leafPage {
		return flaw(id, "has a bucket that is no leaf")
	}
	entries, err := readEntries(nil, id, inside, h, span{})
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.bucket {
			return flaw(id, "has a bucket in a small bucket")
		}
	}
	return nil
}

// entry is a key on a page with what belongs to it: on a branch the page below, on a leaf a value.
type entry struct {
	key, value []byte
	child      uint64
	bucket     bool // the value is a bucket
}

// readEntries reads the keys and values of a page. bbolt lays them one after the other, in order, behind the table that
// says where they are; whatever is elsewhere is a flaw. They are appended to out, and share the page's memory.
func readEntries(out []entry, id uint64, b []byte, h header, keys span) ([]entry, error) {
	if h.flags != branchPage && h.flags != leafPage {
		return nil, flaw(id, "is neither branch nor leaf")
	}
	if h.flags == branchPage && h.count == 0 {
		return nil, flaw(id, "is an empty branch")
	}
	next := headerSize + elementSize*int(h.count)
	if next > len(b) {
		return nil, flaw(id, "has too many entries")
	}
	for i := range int(h.count) {
		at := headerSize + elementSize*i
		table := b[at : at+elementSize]
		var e entry
		var place, keySize, valueSize uint32
		if h.flags == branchPage {
			place, keySize, e.child = half(table, 0), half(table, 4), word(table, 8)
		} else {
			if flags := half(table, 0); flags&^bucketEntry != 0 {
				return nil, flaw(id, "has an entry of an unknown kind")
			}
			e.bucket = half(table, 0) == bucketEntry
			place, keySize, valueSize = half(table, 4), half(table, 8), half(table, 12)
		}
		if uint64(at)+uint64(place) != uint64(next) {
			return nil, flaw(id, "has an entry in the wrong place")
		}
		if keySize == 0 || uint64(keySize)+uint64(valueSize) > uint64(len(b)-next) {
			return nil, flaw(id, "has an entry of a wrong size")
		}
		e.key = b[next : next+int(keySize)]
		e.value = b[next+int(keySize) : next+int(keySize)+int(valueSize)]
		next += int(keySize) + int(valueSize)
		if !keys.holds(e.key) || i > 0 && bytes.Compare(out[i-1].key, e.key) >= 0 {
			return nil, flaw(id, "has its keys out of order")
		}
		out = append(out, e)
	}
	return out, nil
}

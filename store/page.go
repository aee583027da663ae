package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
)

// firstPage comes after the two meta pages, which are always in use.
const firstPage = 2

// What bbolt writes; see its internal/common.
const (
	headerSize  = 16 // of a page: id, flags, count, overflow
	metaSize    = 64 // behind the header of a meta page
	elementSize = 16 // of an entry of a page, without its key and value
	bucketSize  = 16 // of a bucket as a value, without the page that may follow

	branchPage   = 0x01
	leafPage     = 0x02
	freelistPage = 0x10

	bucketEntry = 0x01 // the flag of an entry of a leaf whose value is a bucket

	longFreelist = 0xFFFF     // the count of a freelist that has its count as its first entry
	noFreelist   = ^uint64(0) // there is none in the file
	metaMagic    = uint32(0xED0CDAED)
	metaVersion  = uint32(2)
)

// maxDepth is how many pages may lie between the root and a leaf, buckets in buckets included. A page has room for at
// least two others, so no real file comes near.
const maxDepth = 100

func half(b []byte, at int) uint32 { return binary.NativeEndian.Uint32(b[at:]) }
func word(b []byte, at int) uint64 { return binary.NativeEndian.Uint64(b[at:]) }

// header is how a page begins.
type header struct {
	id           uint64
	flags, count uint16
	overflow     uint32 // how many pages behind this one belong to it
}

func readHeader(b []byte) header {
	return header{
		id: word(b, 0), flags: binary.NativeEndian.Uint16(b[8:]), count: binary.NativeEndian.Uint16(b[10:]),
		overflow: half(b, 12),
	}
}

// meta is where everything begins. A file has two; a transaction writes over the older one last of all.
type meta struct{ root, freelist, pages, transaction uint64 }

// errNoFreelist is about a whole file that keeps no list of its free pages. This program never writes such.
var errNoFreelist = errors.New("it has no list of free pages")

// readMeta reads the meta page that bbolt would use: of those that are whole, the later one.
func readMeta(file io.ReaderAt, pageSize int) (meta, error) {
	var latest meta
	err := fmt.Errorf("%w: neither meta page is whole", errFlaw)
	for id := range int64(firstPage) {
		b := make([]byte, headerSize+metaSize)
		if _, err := file.ReadAt(b, id*int64(pageSize)); err != nil {
			return meta{}, err
		}
		m, whole := wholeMeta(b[headerSize:])
		if !whole {
			continue
		}
		if err == nil && m.transaction < latest.transaction {
			continue
		}
		latest, err = m, nil
	}
	if err == nil && latest.freelist == noFreelist {
		return meta{}, errNoFreelist
	}
	return latest, err
}

// wholeMeta reads a meta page from behind its header, if it is whole.
func wholeMeta(b []byte) (meta, bool) {
	sum := fnv.New64a()
	sum.Write(b[:metaSize-8])
	if half(b, 0) != metaMagic || half(b, 4) != metaVersion || word(b, metaSize-8) != sum.Sum64() {
		return meta{}, false
	}
	return meta{root: word(b, 16), freelist: word(b, 32), pages: word(b, 40), transaction: word(b, 48)}, true
}

package storetest

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"convene/workshop"
)

// noon is when everything in the contract begins. It has nanoseconds, which must not get lost.
var noon = time.Date(2026, 3, 14, 12, 0, 0, 123456789, time.UTC)

// records numbers events; each was a second after the one before, and was Ada's.
func records(after workshop.Seq, events ...workshop.Event) []workshop.Record {
	out := make([]workshop.Record, len(events))
	for i, v := range events {
		at := noon.Add((time.Duration(after) + time.Duration(i)) * time.Second)
		out[i] = workshop.Record{Seq: after + workshop.Seq(i) + 1, At: at, By: "p-ada", Event: v}
	}
	return out
}

// filled returns an event of the same kind in which every field says something, so that a field that gets lost on the
// way is seen, and so is one that is added later. Fields that are never stored stay empty.
func filled(v workshop.Event) workshop.Event {
	p := reflect.New(reflect.TypeOf(v)).Elem()
	f := filler{}
	f.fill(p)
	return p.Interface().(workshop.Event)
}

// filler counts, so that no two values are the same.
type filler struct{ n int }

func (f *filler) fill(v reflect.Value) {
	f.n++
	if v.Type() == reflect.TypeFor[time.Time]() {
		v.Set(reflect.ValueOf(noon.Add(time.Duration(f.n) * time.Minute)))
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.Struct:
		f.fillStruct(v)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		f.fillAll(v)
	case reflect.Array:
		f.fillAll(v)
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		f.fill(key)
		f.fill(value)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	case reflect.String:
		v.SetString(fmt.Sprintf("Ω & <%d> \"é\" 🦦", f.n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Uint8, reflect.Uint64:
		v.SetUint(uint64(f.n))
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(f.n))
	default:
		panic(fmt.Sprintf("the contract cannot fill a %s yet: teach it here", v.Type()))
	}
}

func (f *filler) fillStruct(v reflect.Value) {
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		if name != "-" {
			f.fill(v.Field(i))
		}
	}
}

func (f *filler) fillAll(v reflect.Value) {
	for i := range v.Len() {
		f.fill(v.Index(i))
	}
}

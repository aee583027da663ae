package main

import (
	"cmp"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strings"
)

// netInterface is what counts of a network interface for whether others can reach it.
type netInterface struct {
	name  string
	flags net.Flags
	addrs []netip.Addr
}

// netInterfaces looks at the interfaces of this machine.
func netInterfaces() ([]netInterface, error) {
	all, err := net.Interfaces()
	if err != nil {
		return nil, fmt.Errorf("look at the network: %w", err)
	}
	var out []netInterface
	for _, i := range all {
		addrs, err := i.Addrs()
		if err != nil {
			continue // it was unplugged meanwhile
		}
		one := netInterface{name: i.Name, flags: i.Flags}
		for _, a := range addrs {
			if p, err := netip.ParsePrefix(a.String()); err == nil {
				one.addrs = append(one.addrs, p.Addr())
			}
		}
		out = append(out, one)
	}
	return out, nil
}

// The kinds of interfaces, those first that people in the room are likely to share.
const (
	physical = iota
	virtual  // leads to containers or virtual machines on this one
	remote   // leads to one other machine, as a VPN does, or its cable is not plugged in
	loopback // leads nowhere
)

// reachable lists the addresses at which others can reach this machine, best first: those of a network that the room
// may share before those of networks inside this machine; IPv4 before IPv6, which is long to type from a projected
// screen; private IPv4 before public. Of equals the earlier interface comes first. Addresses that hold for one link
// alone are never among them. Those of remote interfaces are only where there are no others, and loopback addresses
// where there are not even those.
func reachable(all []netInterface) []netip.Addr {
	type candidate struct {
		addr netip.Addr
		kind int
	}
	var found []candidate
	enough := loopback
	for _, i := range all {
		if i.flags&net.FlagUp == 0 {
			continue
		}
		kind := i.kind()
		for _, a := range i.addrs {
			if a = a.Unmap(); a.IsGlobalUnicast() || a.IsLoopback() && kind == loopback {
				found = append(found, candidate{a, kind})
				enough = max(virtual, min(enough, kind))
			}
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(rank(a.addr), rank(b.addr)))
	})
	var out []netip.Addr
	for _, c := range found {
		if c.kind <= enough {
			out = append(out, c.addr)
		}
	}
	return out
}

// kind goes by what the system says of an interface, and by its name where the system says nothing.
func (i netInterface) kind() int {
	switch {
	case i.flags&net.FlagLoopback != 0:
		return loopback
	case i.flags&net.FlagPointToPoint != 0, i.flags&net.FlagRunning == 0:
		return remote
	}
	name := strings.ToLower(i.name)
	for _, prefix := range virtualNames() {
		if strings.HasPrefix(name, prefix) {
			return virtual
		}
	}
	return physical
}

// virtualNames are how the names of interfaces begin that container engines, hypervisors and VPNs make, on Linux, macOS
// and Windows. A plain br0 is not among them: it may have a network card in it.
func virtualNames() []string {
	return []string{
		"br-", "cali", "cilium", "cni", "docker", "feth", "flannel", "incusbr", "lxcbr", "lxdbr", "podman", "tailscale",
		"tap", "tun", "utun", "vboxnet", "vethernet", "veth", "virbr", "virtualbox", "vmenet", "vmnet", "vmware", "vnet",
		"wg", "zt",
	}
}

// rank orders the addresses of one kind of interface.
func rank(a netip.Addr) int {
	switch {
	case a.Is4() && a.IsPrivate():
		return 0
	case a.Is4():
		return 1
	case !a.IsPrivate():
		return 2
	default:
		return 3
	}
}

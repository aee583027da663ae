package main

import (
	"net"
	"net/netip"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	plugged = net.FlagUp | net.FlagRunning | net.FlagBroadcast
	dialled = net.FlagUp | net.FlagRunning | net.FlagPointToPoint
	looped  = net.FlagUp | net.FlagRunning | net.FlagLoopback
)

// nic is an interface with addresses.
func nic(name string, flags net.Flags, addrs ...string) netInterface {
	i := netInterface{name: name, flags: flags}
	for _, a := range addrs {
		i.addrs = append(i.addrs, netip.MustParseAddr(a))
	}
	return i
}

// lo is on every machine.
func lo() netInterface { return nic("lo", looped, "127.0.0.1", "::1") }

func TestReachableAddressesAreThoseOfTheRoomFirst(t *testing.T) {
	for _, c := range []struct {
		name string
		all  []netInterface
		want []string
	}{
		{"a laptop", []netInterface{
			lo(), nic("docker0", plugged, "172.17.0.1"), nic("wlp2s0", plugged, "192.168.1.7", "2001:db8::7", "fe80::7"),
		}, []string{"192.168.1.7", "2001:db8::7", "172.17.0.1"}},
		{"cable and wireless, in the system's order", []netInterface{
			lo(), nic("en0", plugged, "10.0.0.4"), nic("en1", plugged, "192.168.1.7"),
		}, []string{"10.0.0.4", "192.168.1.7"}},
		{"a server with a public address, and a private one", []netInterface{
			lo(), nic("eth0", plugged, "203.0.113.9"), nic("eth1", plugged, "10.0.0.4"),
		}, []string{"10.0.0.4", "203.0.113.9"}},
		{"a network of IPv6, its own prefix last", []netInterface{
			lo(), nic("eth0", plugged, "fd00::4", "2001:db8::4", "fe80::4"), nic("br-ad23", plugged, "172.18.0.1"),
		}, []string{"2001:db8::4", "fd00::4", "172.18.0.1"}},
		{"a bridge with a network card in it", []netInterface{
			lo(), nic("virbr0", plugged, "192.168.122.1"), nic("br0", plugged, "192.168.1.7"),
		}, []string{"192.168.1.7", "192.168.122.1"}},
		{"Windows", []netInterface{
			nic("vEthernet (WSL)", plugged, "172.20.0.1"), nic("Wi-Fi", plugged, "192.168.1.7"),
			nic("Loopback Pseudo-Interface 1", looped, "127.0.0.1", "::1"),
		}, []string{"192.168.1.7", "172.20.0.1"}},
		{"IPv4 in the clothes of IPv6", []netInterface{
			lo(), nic("eth0", plugged, "::ffff:192.168.1.7"),
		}, []string{"192.168.1.7"}},
		{"a VPN beside the room", []netInterface{
			lo(), nic("tun0", dialled, "10.8.0.2"), nic("wlan0", plugged, "192.168.1.7"),
		}, []string{"192.168.1.7"}},
		{"a VPN and nothing else", []netInterface{
			lo(), nic("tailscale0", dialled, "100.100.7.7", "fd7a:115c::7"),
		}, []string{"100.100.7.7", "fd7a:115c::7"}},
		{"a VPN that does not say what it is", []netInterface{
			lo(), nic("wg0", plugged, "10.8.0.2"), nic("eth0", plugged, "192.168.1.7"),
		}, []string{"192.168.1.7", "10.8.0.2"}},
		{"a cable that is not plugged in", []netInterface{
			lo(), nic("eth0", net.FlagUp|net.FlagBroadcast, "10.0.0.4"), nic("wlan0", plugged, "192.168.1.7"),
		}, []string{"192.168.1.7"}},
		{"an interface that is down", []netInterface{
			lo(), nic("eth0", net.FlagBroadcast, "10.0.0.4"),
		}, []string{"127.0.0.1", "::1"}},
		{"link-local addresses only", []netInterface{
			lo(), nic("eth0", plugged, "169.254.7.7", "fe80::7"),
		}, []string{"127.0.0.1", "::1"}},
		{"no network", []netInterface{lo()}, []string{"127.0.0.1", "::1"}},
		{"no interface", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, a := range reachable(c.all) {
				got = append(got, a.String())
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestWhatMachinesMakeUpIsVirtual(t *testing.T) {
	for _, name := range []string{
		"docker0", "br-5f3a", "veth12ab", "virbr0", "vmnet8", "tailscale0", "utun3", "wg0", "VMware Network Adapter VMnet8",
		"VirtualBox Host-Only Network", "vEthernet (Default Switch)",
	} {
		if kind := nic(name, plugged).kind(); kind != virtual {
			t.Errorf("%s is of the kind %d", name, kind)
		}
	}
	for _, name := range []string{
		"eth0", "enp3s0", "wlp2s0", "wlan0", "en0", "br0", "bond0", "bridge100", "Wi-Fi", "Ethernet 2",
	} {
		if kind := nic(name, plugged).kind(); kind != physical {
			t.Errorf("%s is of the kind %d", name, kind)
		}
	}
}

func TestThisMachineHasItsOwnAddress(t *testing.T) {
	all, err := netInterfaces()
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	here := netip.MustParseAddrPort(listener.Addr().String()).Addr()
	if !slices.ContainsFunc(all, func(i netInterface) bool {
		return i.kind() == loopback && slices.Contains(i.addrs, here)
	}) {
		t.Errorf("%v is not among %v", here, all)
	}
}

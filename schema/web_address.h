// SPDX-License-Identifier: GPL-3.0-or-later
// Web addresses: host, canonical form, and other spellings of the same address.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// The host of "https://www.example.org:80/a" without "www.", in lower case: "example.org". Empty
// when the text is not a web address.
std::string host_of(std::string_view url);

// One address for an article, however it was reached: scheme and host in lower case, without user
// name, fragment, and the parameters that only track readers (utm_source, fbclid, ...).
std::string canonical_url(std::string_view url);

// True for http://... and https://....
bool is_web_address(std::string_view text);

// The canonical addresses under which the article at this address can have been indexed: http and
// https, each with and without "www." and a / at the end of the path. An address without a scheme
// gets one. The first one is the address as given (canonical if it has a scheme).
std::vector<std::string> canonical_spellings(std::string_view url);

}  // namespace newsindex

// SPDX-License-Identifier: GPL-3.0-or-later
// What we need to know about web addresses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// The host of "https://www.example.org:80/a" without "www.", in lower case: "example.org"; empty
// when the text is no web address.
std::string host_of(std::string_view url);

// The address that names the article, whichever way it was reached: scheme and host in lower case,
// without user name, fragment, and the parameters that only track readers (utm_source, fbclid,
// ...).
std::string canonical_url(std::string_view url);

// True for http://... and https://....
bool is_web_address(std::string_view text);

// The canonical addresses under which an article can have been indexed that is asked for by this
// one: http and https, with and without a / at the end and "www.". An address without a scheme gets
// one. The one closest to what is written comes first.
std::vector<std::string> canonical_spellings(std::string_view url);

}  // namespace newsindex

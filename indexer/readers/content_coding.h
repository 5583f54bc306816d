// SPDX-License-Identifier: GPL-3.0-or-later
// Decodes the content codings of HTTP (RFC 9110, section 8.4.1): gzip, deflate, br.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace newsindex {

struct DecodedContent {
  std::string bytes;
  std::string damage{};  // "the body is damaged gzip, read as far as it goes", or empty
};

// The decoded body, or why there is none: "compressed in an unknown way (zstd)". Web archives often
// keep the header and store the body decoded, so a body that is not in the coding is returned
// unchanged. A body that is cut off or damaged is returned as far as it can be read; at most about
// `limit` bytes.
std::variant<DecodedContent, std::string> decode_content(std::string_view body,
                                                         std::string_view coding,
                                                         std::size_t limit);

}  // namespace newsindex

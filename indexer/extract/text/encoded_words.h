// SPDX-License-Identifier: GPL-3.0-or-later
// Words of headers of e-mail that are encoded (RFC 2047), whose labels are wrong as often as those
// of texts.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// The same message, the encoded words of its header in UTF-8 and labelled so, whatever their label
// said of their bytes (see to_utf8). Words that need no repair stay.
std::string with_words_in_utf8(std::string_view message);

// The encodings in which text has only bytes of ASCII, or NUL between them: what their label says
// is known from nothing else.
bool is_known_by_label(std::string_view charset);

}  // namespace newsindex

// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of office programs, for print, and books: no news that is read here, and which program
// makes text of them.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// "a PDF file; 'pdftotext FILE' makes text of it", by the first bytes of a file; or empty. The more
// bytes, the surer it is told which office program a document is of; a few kilobytes are enough for
// most.
std::string document_kind(std::string_view start);

}  // namespace newsindex

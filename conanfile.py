"""The core for Conan 2. The integrations are not in it."""

import os

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy


class SlaRecipe(ConanFile):
    name = "sla"
    version = "0.1.0"
    description = "Service level agreements as types"
    license = "MIT"
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    exports_sources = "LICENSE", "include/*"
    no_copy_source = True

    def validate(self):
        check_min_cppstd(self, 20)

    def package_id(self):
        self.info.clear()

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        copy(self, "include/*.hpp", self.source_folder, self.package_folder)

    def package_info(self):
        self.cpp_info.bindirs = []
        self.cpp_info.libdirs = []

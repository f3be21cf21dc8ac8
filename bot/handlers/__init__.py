"""The conversations. Importing this package registers every route and every template."""

from importlib import import_module
from pkgutil import iter_modules

__all__ = [found.name for found in iter_modules(__path__)]

for name in __all__:
    import_module(f"{__name__}.{name}")

#include "prfaq/cli/command.h"

int main(int argc, char **argv)
{
	return pf_cli_main(argc, argv);
}
